/** What answers are to rules; what their fields are, `editions/answer-kinds.ts` says. */
import { sizeClasses, staffOf } from '../companies/sizes.ts';
import { inMajorUnits } from '../forms/currencies.ts';
import { type Answered, type Read, readForm } from '../forms/reading.ts';
import type { Form } from '../forms/shape.ts';
import { countWords } from '../forms/words.ts';
import type { FactValue, KnownFacts } from './facts.ts';

/** Somebody who chose nothing of the list and wrote something else chose `other`. */
function chosen({ options, other }: { readonly options: readonly string[]; readonly other?: string | undefined }): readonly string[] {
  return options.length === 0 && other !== undefined ? ['other'] : options;
}

/** What an answer is to a rule. */
function valueOfAnswer(answered: Answered): FactValue {
  switch (answered.kind) {
    case 'short-text':
    case 'long-text':
      return { words: countWords(answered.answer) };
    case 'choice': {
      const options = chosen(answered.answer);
      return answered.field.choose.max > 1 ? options : (options[0] ?? null);
    }
    case 'money': {
      // Kept in minor units, and written in units in rules. Below nought no rule counts.
      const { minor, currency } = answered.answer;
      return minor < 0 ? null : `${inMajorUnits(minor, currency)} ${currency}`;
    }
    case 'number':
    case 'date':
    case 'consent':
      return answered.answer;
    default:
      return true;
  }
}

/** An answer as the fact it is bound to. What somebody wrote beside the options is no fact, and no answer is none given. */
function valueOfFact(answered: Answered): FactValue | undefined {
  if (answered.kind !== 'choice') return valueOfAnswer(answered);
  const [option] = answered.answer.options;
  switch (answered.field.fact) {
    case 'company.country':
      return option?.toUpperCase();
    case 'entry.updated':
      return option === undefined ? undefined : option === 'yes';
    default: {
      const size = sizeClasses.find((each) => each === option);
      return size && { ...staffOf[size], proved: false };
    }
  }
}

function factsOf({ field, answered, shown }: Read): KnownFacts {
  const name = `answer.${field.key}`;
  const given = shown ? answered : undefined;
  if (field.kind !== 'metric') {
    // A box that was there and is not ticked is a no.
    const none = field.kind === 'consent' && shown ? false : null;
    return { [name]: given ? valueOfAnswer(given) : none };
  }
  const claim = given?.kind === 'metric' ? given.answer : undefined;
  const period = { ...(claim?.from === undefined ? {} : { from: claim.from }), ...(claim?.to === undefined ? {} : { to: claim.to }) };
  const hasPeriod = Object.keys(period).length > 0;
  return { [name]: claim ? true : null, [`${name}.value`]: claim?.value ?? null, [`${name}.period`]: hasPeriod ? period : null };
}

/** What somebody states by answering a question that is bound to a fact; null where it was left empty. */
function stated({ field, answered, shown }: Read): KnownFacts {
  if (field.fact === undefined) return {};
  if (!shown || !answered) return { [field.fact]: field.kind === 'consent' && shown ? false : null };
  const value = valueOfFact(answered);
  return value === undefined ? {} : { [field.fact]: value };
}

/**
 * What is known from the answers: every field of the form, null where nothing was answered or the field is not shown; how many were; and the
 * facts questions are bound to, as stated: nobody has seen a proof.
 */
export function answerFacts(form: Form, answers: Readonly<Record<string, unknown>>): KnownFacts {
  const read = readForm(form, answers);
  const given = read.filter(({ answered, shown }) => shown && answered !== undefined).length;
  return { ...Object.fromEntries(read.flatMap((one) => Object.entries({ ...factsOf(one), ...stated(one) }))), 'entry.answers': given };
}
