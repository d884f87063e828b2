import { afterEach, describe, expect, it, vi } from 'vitest';
import { faultsOfXml } from './fixtures/xmllint';

describe('a test that needs xmllint', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it('fails in CI where it is missing', () => {
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('CI', 'true');
    expect(() => faultsOfXml('<a/>')).toThrow('xmllint is missing');
  });

  it('says loudly elsewhere that it looked at nothing', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('CI', '');
    expect(faultsOfXml('<a')).toBe('');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('NOT looked at'));
  });

  it('is told what is wrong', () => {
    expect(faultsOfXml('<a>Stadt & Land</a>')).not.toBe('');
    expect(faultsOfXml('<a>Stadt &amp; Land</a>')).toBe('');
  });
});
