import { FieldDiffContainer } from '@payloadcms/ui';
import type { FieldDiffServerComponent } from 'payload';
import { COMMON } from '#i18n/admin';
import { authorInWords } from '#i18n/versions';
import { loadNames } from '#store/people';
import { languageOf } from './viewer';

/** Who made the two versions that are compared, by name. */
export const ChangedByDiff: FieldDiffServerComponent = async ({ comparisonValue, i18n, nestingLevel, req, versionValue }) => {
  const language = languageOf(i18n);
  const ids = [comparisonValue, versionValue].map((id) => (typeof id === 'string' ? id : undefined));
  const names = await loadNames(
    req.payload,
    ids.filter((id) => id !== undefined),
  );
  const [before, after] = ids.map((id) => <p key={id}>{authorInWords(id, names)[language]}</p>);
  return (
    <FieldDiffContainer
      From={before}
      To={after}
      i18n={i18n}
      label={{ label: COMMON.changedBy[language] }}
      {...(nestingLevel === undefined ? {} : { nestingLevel })}
    />
  );
};
