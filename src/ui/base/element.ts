import { createElement } from 'react';

/**
 * An element without JSX: for parts that a report of the command line draws as well as a page, since the command line runs straight
 * from its source. Such a part is a `.ts` file; pages use it as any other component.
 */
export const h = createElement;
