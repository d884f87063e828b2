'use client';

/** Opens the browser's print dialogue. */
export const PrintButton = ({ label }: { readonly label: string }) => (
  <button type="button" className="report-print" onClick={() => window.print()}>
    {label}
  </button>
);
