'use client';

import { useModal } from '@payloadcms/ui';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';

/** Picks the version that the one on the page is compared with: Payload's page reads it from its address. */
export const VersionChoice = ({ id, text }: { readonly id: string; readonly text: string }) => {
  const { closeAllModals } = useModal();
  const router = useRouter();
  const path = usePathname();
  const current = useSearchParams();
  const choose = () => {
    const query = new URLSearchParams([...current.entries()]);
    query.set('versionFrom', id);
    closeAllModals();
    router.push(`${path}?${query.toString()}`);
  };
  return (
    <button type="button" onClick={choose}>
      {text}
    </button>
  );
};
