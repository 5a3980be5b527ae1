/** What changes of a form while it is written: which fields are asked at all, and how many of a group are answered. */
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Answers } from '#core/forms/answer-shapes.ts';
import { shownFields } from '#core/forms/answers.ts';
import { testsOf } from '#core/forms/conditions.ts';
import { controlName, isOfFiles, sentBy } from '#core/forms/controls/sending.ts';
import type { Field } from '#core/forms/fields.ts';
import { type GroupState, groupStates } from '#core/forms/items.ts';
import { readForm } from '#core/forms/reading.ts';
import { decides, type Form, fieldsOf } from '#core/forms/shape.ts';
import { useWords } from '../words.tsx';

export type Live = { readonly shown: ReadonlySet<string>; readonly groups: ReadonlyMap<string, GroupState> };

function liveOf(form: Form, answers: Answers): Live {
  const reads = readForm(form, answers);
  return { shown: shownFields(form, answers, reads), groups: groupStates(form, answers, reads) };
}

/** The fields others hang from, and those of groups that decide: nothing else is read while somebody writes. */
function decidingFields(form: Form): readonly Field[] {
  const placed = fieldsOf(form);
  const tested = placed.flatMap(({ field, group, section }) =>
    [section.condition, group?.condition, field.condition].flatMap(testsOf).map((one) => one.field),
  );
  const keys = new Set(tested);
  return placed.filter(({ field, group }) => keys.has(field.key) || decides(group)).map(({ field }) => field);
}

type ReadDate = (text: string) => string | undefined;

const keyIn = (name: string): string => name.split('.')[1] ?? '';

/** What the controls of some fields hold, as the form would send it. */
function heldIn(root: Element, keys: ReadonlySet<string>, readDate: ReadDate): Record<string, string> {
  const held = new Map<string, string[]>();
  for (const control of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select')) {
    if (!keys.has(keyIn(control.name)) || control.type === 'file') continue;
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio') && !control.checked) continue;
    const value = control.dataset.date === undefined ? control.value : (readDate(control.value) ?? control.value);
    held.set(control.name, [...(held.get(control.name) ?? []), value]);
  }
  return Object.fromEntries([...held].map(([name, values]) => [name, values.join('\n')]));
}

const same = (a: Live, b: Live): boolean => JSON.stringify([[...a.shown], [...a.groups]]) === JSON.stringify([[...b.shown], [...b.groups]]);

/** As the answers that are kept have it, and with scripts as it stands in the controls of `root`. */
export function useLive(root: RefObject<HTMLElement | null>, form: Form, answers: Answers): Live {
  const { read: readDate } = useWords().dates;
  const kept = useMemo(() => liveOf(form, answers), [form, answers]);
  const [now, setNow] = useState<{ readonly of: Live; readonly live: Live }>({ of: kept, live: kept });
  useEffect(() => {
    const place = root.current;
    const fields = decidingFields(form);
    if (place === null || fields.length === 0) return undefined;
    const keys = new Set(fields.map(({ key }) => key));
    const files = Object.fromEntries(
      fieldsOf(form).flatMap(({ field }) =>
        isOfFiles(field) && Object.hasOwn(answers, field.key) ? [[field.key, answers[field.key]]] : [],
      ),
    );
    // What the other fields held is known: of a form of hundreds of fields only the one that was written in is read again.
    const held = Map.groupBy(Object.entries(heldIn(place, keys, readDate)), ([name]) => keyIn(name));
    const read = () => {
      const live = liveOf(form, { ...files, ...sentBy(fields, Object.fromEntries([...held.values()].flat())) });
      setNow((before) => (before.of === kept && same(before.live, live) ? before : { of: kept, live }));
    };
    const onInput = ({ target }: Event) => {
      const name = target instanceof Element ? (target.getAttribute('name') ?? '') : '';
      const key = keyIn(name);
      if (!(target instanceof Element) || !name.startsWith(controlName('')) || !keys.has(key)) return;
      held.set(key, Object.entries(heldIn(target.closest('[data-asked]') ?? place, new Set([key]), readDate)));
      read();
    };
    read();
    place.addEventListener('input', onInput);
    return () => place.removeEventListener('input', onInput);
  }, [root, form, answers, kept, readDate]);
  return now.of === kept ? now.live : kept;
}
