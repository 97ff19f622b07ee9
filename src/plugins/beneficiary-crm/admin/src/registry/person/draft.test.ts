import { openFileBody } from '../../../../contracts/registry';
import { contactErrors, emptyPerson, newContact, personBody, personMistakes } from './draft';

const phone = { ...newContact('mobile'), value: '0551234567', preferred: true };
const saad = { ...emptyPerson, name: 'سعد بن علي الحارثي' };

test('what was left empty is left out, and the rest is what the contract asks for', () => {
  const draft = {
    ...saad,
    birth: { day: '١', month: '٩', year: '١٤٤٦' },
    latitude: '٢١٫٤٢',
    longitude: '40.5',
    contacts: [newContact('email'), phone],
  };
  expect(personMistakes(draft)).toEqual({});
  expect(openFileBody.parse({ ...personBody(draft), path: 'desk' })).toEqual({
    name: 'سعد بن علي الحارثي',
    birthDate: '2025-03-01',
    latitude: 21.42,
    longitude: 40.5,
    preferredTimes: [],
    contacts: [{ kind: 'mobile', value: '0551234567', preferred: true }],
    categories: [],
    differentFrom: [],
    path: 'desk',
  });
});

test('the year alone is sent as a year', () => {
  const birth = { day: '', month: '', year: '1405' };
  expect(personBody({ ...saad, birth })).toMatchObject({ birthYear: 1985 });
});

test('mistakes are told by their field', () => {
  expect(personMistakes(emptyPerson)).toEqual({ name: 'form.error.required' });
  expect(personMistakes({ ...saad, birth: { day: '', month: '', year: '85' } })).toEqual({
    birthDate: 'day.wrong',
  });
  expect(personMistakes({ ...saad, latitude: '91', longitude: 'شرق' })).toEqual({
    latitude: 'place.wrong',
    longitude: 'place.wrong',
  });
  expect(personMistakes({ ...saad, latitude: '21' })).toEqual({ longitude: 'form.error.required' });
  expect(personMistakes({ ...saad, longitude: '40' })).toEqual({ latitude: 'form.error.required' });
});

test('a mistake in a contact stands where it was typed, not where it was sent', () => {
  const draft = { ...saad, contacts: [newContact('email'), phone] };
  expect(contactErrors(draft, { 'contacts.0.value': 'رقم ناقص' })[1]).toBe('رقم ناقص');
  expect(contactErrors(draft, {})).toEqual([]);
});
