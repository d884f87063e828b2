/** The error and what caused it, as far as it says; code holds codes and the error's name. */
export const causes = (error: unknown): readonly { code: string; message: string }[] => {
  const found: { code: string; message: string }[] = [];
  let current = error;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth++) {
    const code = 'code' in current ? String(current.code) : '';
    const name = 'name' in current ? String(current.name) : '';
    found.push({ code: `${code} ${name}`.trim(), message: 'message' in current ? String(current.message) : '' });
    current = 'cause' in current ? current.cause : undefined;
  }
  return found;
};
