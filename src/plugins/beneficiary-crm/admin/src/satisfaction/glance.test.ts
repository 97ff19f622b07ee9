import type { Measure } from '../../../contracts/satisfaction';
import { glanceAt } from './glance';

const measure = (key: string, value: number | null, verdict?: 'better' | 'worse'): Measure => ({
  key,
  label: key,
  definition: '',
  n: value === null ? 0 : 40,
  value,
  low: value,
  high: value,
  withheld: value === null,
  measure: 'csat',
  state: value === null ? 'withheld' : 'shown',
  census: false,
  mean: null,
  distribution: [],
  comparison: verdict
    ? {
        period: { key: '2026-Q2', name: '' },
        n: 40,
        value: 0.5,
        difference: (value ?? 0) - 0.5,
        low: 0,
        high: 0,
        verdict,
        text: '',
      }
    : null,
});
const service = (value: string, figure: Measure) => ({
  value,
  name: value,
  figure,
  cells: [],
  responseRate: null,
});

it('tells the good from the poor by the target, the best and the poorest first', () => {
  const { good, poor } = glanceAt(
    {
      questions: [measure('speed', 0.6), measure('dignity', 0.95), measure('ease', 0.8)],
      breakdowns: [
        {
          dimension: 'service',
          label: '',
          rows: [service('zakat', measure('x', 0.4)), service('iftar', measure('y', 0.9))],
        },
        { dimension: 'channel', label: '', rows: [service('phone', measure('z', 0.1))] },
      ],
    },
    0.8,
  );
  expect(good.map(({ label }) => label)).toEqual(['dignity', 'iftar', 'ease']);
  expect(poor.map(({ label }) => label)).toEqual(['zakat', 'speed']);
});

it('says nothing of what is withheld, and calls a change only what is more than chance', () => {
  const glance = glanceAt(
    {
      questions: [
        measure('hidden', null),
        measure('speed', 0.4, 'worse'),
        measure('dignity', 0.9, 'better'),
        measure('ease', 0.85),
      ],
      breakdowns: [],
    },
    0.8,
  );
  expect(JSON.stringify(glance)).not.toContain('hidden');
  expect(glance.changed.map(({ label }) => label)).toEqual(['dignity', 'speed']);
});
