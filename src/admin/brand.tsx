import type { ServerProps } from 'payload';
import { BRAND } from '#i18n/brand';
import { languageOf } from './viewer';
import './brand.css';
import './connection.css';
import './document-head.css';

/** The name above the login. */
export const Logo = ({ i18n }: ServerProps) => (
  <div className="brand">
    <Mark />
    <span className="brand-name">{BRAND.name}</span>
    <span className="brand-claim">{BRAND.claim[languageOf(i18n)]}</span>
  </div>
);

/** The mark that leads home: two halves of one round. */
export const Mark = () => (
  <svg className="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M2 11a10 10 0 0 1 20 0Z" fill="var(--brand-north)" />
    <path d="M3 14a9 9 0 0 0 18 0Z" fill="none" stroke="var(--brand-south)" strokeWidth="2" strokeLinejoin="round" />
  </svg>
);
