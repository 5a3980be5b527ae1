import { memo } from 'react';

/**
 * The version a form builds on. Autosave moves it on; React would put the first one back with every rendering of the form around
 * it, so this is rendered again only for another version.
 */
export const VersionField = memo(function VersionField({ version }: { version: number }) {
  return <input type="hidden" name="version" defaultValue={version} />;
});
