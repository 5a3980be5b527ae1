/**
 * Lists: how somebody works with a list of any kind: which columns they see, views they keep by name, and rows they hold for an act.
 * A slice declares its list with columns, filters and orders; its page draws `ListTools` and calls `listPosts`.
 * States: a view is kept, or removed and may be taken back.
 * Who: whoever may read a list keeps columns, rows and views of their own; those who work with it share views with all its readers.
 */
import './privacy/data.ts';
import './privacy/holder.ts';

import './privacy/data.ts';
import './privacy/holder.ts';

export { chooseColumns, chooseRows } from './columns.ts';
export { listPosts } from './forms.ts';
export { declareList, type Standing } from './lists.ts';
export { changeView, removeView, restoreView, saveView } from './saved-views.ts';
export { mostRows } from './schemas.ts';
export { holdRows } from './store.ts';
export { tableAnswer } from './table-file.ts';
export { listState } from './views.ts';
