/** Why a message goes out. `update` and `cancel` correct what readers were told before. */
export type Purpose = 'announce' | 'remind' | 'last-call' | 'update' | 'cancel';
export const PURPOSES = ['announce', 'remind', 'last-call', 'update', 'cancel'] as const satisfies readonly Purpose[];

/** True for what puts right what readers were told before. */
export const isCorrection = (purpose: Purpose): purpose is 'update' | 'cancel' => purpose === 'update' || purpose === 'cancel';

/** Reminders and last calls give way to another message that is near, for it does their work. */
export const givesWay = (purpose: Purpose): boolean => purpose === 'remind' || purpose === 'last-call';
