/** A JSON Schema as people read a shape: names, what stands there, and what is optional. */
type Schema = { readonly [key: string]: unknown };

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function bounds({ minLength, maxLength, minimum, maximum, maxItems }: Schema): string {
  const said = [
    typeof minLength === 'number' && minLength > 1 ? `${minLength}–` : '',
    typeof maxLength === 'number' ? `≤ ${maxLength}` : '',
    typeof minimum === 'number' ? `≥ ${minimum}` : '',
    typeof maximum === 'number' ? `≤ ${maximum}` : '',
    typeof maxItems === 'number' ? `≤ ${maxItems}` : '',
  ].filter(Boolean);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

function plain(schema: Schema): string {
  const word = schema.format ?? schema.type;
  return `${typeof word === 'string' ? word : 'anything'}${bounds(schema)}`;
}

/** `indent` is what stands before each line of it. */
export function shapeText(schema: Schema, indent = ''): string {
  if (typeof schema.$ref === 'string') return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.enum)
    return list(schema.enum)
      .map((one) => JSON.stringify(one))
      .join(' | ');
  const choices = list(schema.anyOf ?? schema.oneOf) as readonly Schema[];
  if (choices.length > 0) return choices.map((one) => shapeText(one, indent)).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((type: unknown) => shapeText({ ...schema, type }, indent)).join(' | ');
  if (schema.type === 'array') return `[${shapeText((schema.items ?? {}) as Schema, indent)}]${bounds(schema)}`;
  if (schema.type !== 'object') return plain(schema);
  const required = list(schema.required);
  const members = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const lines = members.map(
    ([name, member]) => `${indent}  ${name}${required.includes(name) ? '' : '?'}: ${shapeText(member, `${indent}  `)}`,
  );
  return lines.length === 0 ? '{ }' : `{\n${lines.join('\n')}\n${indent}}`;
}
