/** Shortest password of an account in characters, however it is set: by a person, an admin, a reset or the configuration. */
export const MIN_PASSWORD = 12;
