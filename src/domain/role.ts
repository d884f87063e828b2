/** What somebody who works with the admin may do: admin and coordinator stand above the organisations, the others belong to one. */
export const ROLES = ['admin', 'coordinator', 'editor', 'author'] as const;
export type Role = (typeof ROLES)[number];

/** True for those who see and write the contents of every organisation; nobody stands above without an account. */
export const isAbove = (person: { readonly role: Role } | undefined): boolean =>
  person?.role === 'admin' || person?.role === 'coordinator';
