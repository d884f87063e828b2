import type { Field, TextFieldSingleValidation } from 'payload';
import { text } from 'payload/shared';
import { handleIn, isHandle } from '#domain/handle';
import { NETWORKS, type NetworkKind } from '#domain/network';
import { HANDLES } from '#i18n/handles';
import { row } from './fields';
import { languageOf } from './refuse';

/** How a body is mentioned on social networks. */
export const handleFields = (): Field => ({
  name: 'handles',
  type: 'group',
  label: HANDLES.group,
  admin: { description: HANDLES.groupHint },
  fields: [row(...NETWORKS.slice(0, 2).map(handleField)), row(...NETWORKS.slice(2).map(handleField))],
});

const handleField = (network: NetworkKind): Field => ({
  name: network,
  type: 'text',
  label: HANDLES.labels[network],
  validate: checkOf(network),
  hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? handleIn(network, value) : value)] },
  admin: { description: HANDLES.hints[network], width: '50%' },
});

const checkOf =
  (network: NetworkKind): TextFieldSingleValidation =>
  (value, options) =>
    value && !isHandle(network, value) ? HANDLES.wrong[network][languageOf(options.req)] : text(value, options);
