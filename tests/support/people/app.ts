/** An authenticator app, as somebody has it on their telephone. */
import { TOTP } from 'otpauth';

/** The code an app shows at an instant. */
export type App = { readonly codeAt: (at: Date) => string };

export function appOf(key: string): App {
  const totp = new TOTP({ secret: key.replaceAll(' ', '') });
  return { codeAt: (at) => totp.generate({ timestamp: at.getTime() }) };
}
