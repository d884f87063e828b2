import ReactDatePicker from 'react-datepicker';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MOMENT_PICKER } from './typed-moment';

class Input {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** What the picker of the admin takes over while somebody types. */
const takenOf = (typed: string): readonly (Date | null)[] => {
  const onChange = vi.fn<(date: Date | null) => void>();
  const picker = new ReactDatePicker({ dateFormat: MOMENT_PICKER.displayFormat, ...MOMENT_PICKER.overrides, onChange });
  vi.spyOn(picker, 'setState').mockReturnValue();
  const event = { target: new Input(typed), isDefaultPrevented: () => false };
  Reflect.apply(picker.handleChange, picker, [event]);
  return onChange.mock.calls.map(([date]) => date);
};

describe('the picker of moments', () => {
  beforeEach(() => {
    vi.stubGlobal('HTMLInputElement', Input);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('takes the full form', () => {
    expect(takenOf('12.01.2027 18:00')).toEqual([new Date(2027, 0, 12, 18)]);
  });

  it.each(['12.01.27 18:00', '12.1.27', '12/01/2027 18:00', '13.01.27 18:00', '12.01.2027 18:0'])(
    'leaves another form alone: %s',
    (typed) => {
      expect(takenOf(typed)).toEqual([]);
    },
  );
});
