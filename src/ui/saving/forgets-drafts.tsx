import { useEffect } from 'react';
import { forgetDrafts } from './drafts-here.ts';

/** With the form of this id, what was written in this browser and not saved goes. */
export function ForgetsDrafts({ form: id }: { form: string }) {
  useEffect(() => {
    const form = document.getElementById(id);
    form?.addEventListener('submit', forgetDrafts);
    return () => form?.removeEventListener('submit', forgetDrafts);
  }, [id]);
  return null;
}
