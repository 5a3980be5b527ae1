import { useEffect, useState } from 'react';
import { classes } from '../base/classes.ts';
import { type Limit, limitState } from './limit.ts';

/** How much of a limit is used. It counts along while somebody writes; without scripts it says what was there at first. */
export function Counter({ of, text, limit }: { of: string; text: string; limit: Limit }) {
  const [used, setUsed] = useState(() => limit.count(text));
  useEffect(() => {
    const control = document.getElementById(of);
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
    const recount = () => setUsed(limit.count(control.value));
    recount();
    control.addEventListener('input', recount);
    return () => control.removeEventListener('input', recount);
  }, [of, limit]);
  const state = limitState(used, limit.max);
  return <span className={classes('count', state !== 'well' && `count--${state}`)}>{limit.say(used, limit.max)}</span>;
}
