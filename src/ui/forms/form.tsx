import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useFrame, useHref } from '../base/frame.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { guardForm } from './form-guard.ts';
import { Proof, type ProofAsk } from './proof.tsx';

/** The server's answer to a form it did not carry out, as `refusalOf(actionData, act)` gives it. */
export type Refusal = {
  readonly problem: {
    readonly title: string;
    readonly detail: string;
    readonly fields: readonly { readonly path: string; readonly message: string }[];
  };
  readonly values: Readonly<Record<string, string>>;
  readonly key: string;
  readonly proof?: ProofAsk;
};

type FormState = { readonly id: string; readonly refusal: Refusal | undefined; readonly alone: boolean };

const FormContext = createContext<FormState>({ id: 'form', refusal: undefined, alone: false });

/** The id of a field's control, so that summaries and labels can point at it. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name.replaceAll(/[^a-zA-Z0-9]+/g, '-')}`;
}

/** What a field needs of the form around it: its id, what was refused about it, and what was written before. */
export function useField(name: string): {
  id: string;
  error: string | undefined;
  written: string | undefined;
  refused: boolean;
  focus: boolean;
} {
  const { id, refusal, alone } = useContext(FormContext);
  const { posted } = useFrame();
  const error = refusal?.problem.fields.find(({ path }) => path === name)?.message;
  return {
    id: fieldId(id, name),
    error,
    written: refusal?.values[name],
    refused: refusal !== undefined,
    focus: alone && posted && error !== undefined,
  };
}

/** A line of the summary: names its field, asks nothing twice, and does not repeat what stands right above it. */
function sayItem(name: string | undefined, message: string, detail: string): string {
  if (name === undefined) return message;
  if (message === detail) return name;
  return /[?!.]$/.test(name) ? `${name} ${message}` : `${name}: ${message}`;
}

type FormProps = {
  /** Which act of the page's action this form calls. */
  readonly act: string;
  /** Needed where one page holds several forms of one act. */
  readonly id?: string;
  /** Posts to this path instead of the page itself. */
  readonly to?: string;
  readonly refusal?: Refusal | undefined;
  /** Carries files. */
  readonly files?: boolean;
  /** The fields stand in the form as in a stack; `false` leaves the layout to the children. */
  readonly stacked?: boolean;
  /** Asked for from the start, where the page knows that it will be. */
  readonly proof?: ProofAsk | undefined;
  readonly className?: string;
  readonly label?: string;
  /** It has one field: what is refused is said once, beside it, and the field takes the focus. */
  readonly oneField?: boolean;
  /** Names of fields by path; the summary of what was refused says them, because it stands far from the fields. */
  readonly names?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/**
 * A form that acts. It posts a whole page with and without scripts and carries the act's name and an idempotency key;
 * scripts only keep that key until the server has answered, and show that the form is under way.
 */
export function Form({
  act,
  id = act,
  to,
  refusal,
  files,
  stacked = true,
  proof,
  className,
  label,
  names,
  oneField = false,
  children,
}: FormProps) {
  const { path, seed } = useFrame();
  const form = useRef<HTMLFormElement>(null);
  const alone = oneField && refusal?.problem.fields.length === 1;
  const state = useMemo(() => ({ id, refusal, alone }), [id, refusal, alone]);
  const [pathname = '/', query] = path.split('?');
  // React Router tells a first page from its layout by this parameter.
  const here = pathname === '/' ? '/?index' : query ? `${pathname}?${query}` : pathname;
  const key = refusal?.key ?? `${seed}.${id}`;
  const asked = refusal?.proof ?? proof;
  useEffect(() => (form.current ? guardForm(form.current, { id, answered: refusal !== undefined }) : undefined), [id, refusal]);
  return (
    <form
      ref={form}
      id={id}
      method="post"
      action={useHref(to ?? here)}
      encType={files ? 'multipart/form-data' : undefined}
      className={className ?? (stacked ? 'stack-5' : undefined)}
      aria-label={label}
      noValidate
    >
      <FormContext value={state}>
        {refusal && !alone && (
          <ErrorSummary
            title={refusal.problem.title}
            text={refusal.problem.detail}
            items={refusal.problem.fields.map(({ path: name, message }) => ({
              to: `#${fieldId(id, name)}`,
              text: sayItem(names?.[name], message, refusal.problem.detail),
            }))}
          />
        )}
        {asked && <Proof id={id} ask={asked} />}
        {children}
      </FormContext>
      {/* Last, so that what is seen first stands first and needs no space above it. */}
      <input type="hidden" name="_act" value={act} />
      <input type="hidden" name="_key" defaultValue={key} />
    </form>
  );
}
