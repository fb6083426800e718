/** Content types that Strapi's panel shows and changes: configuration, in which nobody is named. */
export const PANEL_TYPES: readonly string[] = ['api::option.option', 'api::option-list.option-list'];

const TYPE = `(?:${PANEL_TYPES.map((uid) => uid.replaceAll('.', '\\.')).join('|')})`;

/** Pages and files of the panel, and what it asks to know who is signed in; no list of accounts, tokens, webhooks, transfers or files. */
const DOORS: readonly (readonly [methods: string, path: RegExp])[] = [
  ['GET', /^\/admin(\/(auth|content-manager|me|list-plugins|plugins\/content-type-builder)(\/.*)?)?\/?$/],
  ['GET', /^\/admin\/[\w.~-]+\.(js|css|svg|png|jpe?g|webp|ico|woff2?|json|map)$/],
  ['GET', /^\/admin\/(init|information|permissions|plugins|project-settings|project-type|registration-info)$/],
  ['GET', /^\/admin\/(license-limit-information|license-trial-time-left|guided-tour-meta|telemetry-properties)$/],
  ['GET', /^\/admin\/(users\/me|users\/me\/permissions|homepage\/layout)$/],
  ['PUT', /^\/admin\/users\/me$/],
  // `register` asks for the one-time link of an invitation; `register-admin`, which asks for nothing, stays shut.
  ['POST', /^\/admin\/(login|logout|access-token|register|permissions\/check)$/],
  ['GET', /^\/i18n\/locales$/],
  ['GET', /^\/content-manager\/(init|content-types|content-types-settings|components)$/],
  ['GET PUT', new RegExp(`^/content-manager/content-types/${TYPE}/configuration$`)],
  ['GET POST', new RegExp(`^/content-manager/collection-types/${TYPE}$`)],
  ['GET PUT', new RegExp(`^/content-manager/collection-types/${TYPE}/\\w+$`)],
];

const BUILDER_DOOR =
  /^\/content-type-builder\/(reserved-names|content-types|components|schema|update-schema|update-schema-status)(\/[\w:.-]+)?$/;

/** Whether the panel is served at all: only where the operator asks for it. */
export function isPanelServed(): boolean {
  return process.env.ANJU_PANEL === '1';
}

/** Whether the Content-Type Builder may write schemas: in a development checkout only. */
export function isBuilderServed(): boolean {
  return isPanelServed() && process.env.ANJU_DEVELOP === '1';
}

/** Whether a path belongs to the panel, open or shut. */
export function isPanelPath(path: string): boolean {
  return /^\/(admin|content-manager|content-type-builder|i18n)(\/|$)/.test(path);
}

/** The panel's doors that are open at this moment. */
export function isPanelDoor(method: string, path: string): boolean {
  if (!isPanelServed()) return false;
  if (isBuilderServed() && BUILDER_DOOR.test(path)) return true;
  const asked = method === 'HEAD' ? 'GET' : method;
  return DOORS.some(([methods, pattern]) => methods.split(' ').includes(asked) && pattern.test(path));
}
