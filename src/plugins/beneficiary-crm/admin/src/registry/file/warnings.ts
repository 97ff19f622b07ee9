import type { PersonFile } from '../../../../contracts/registry';
import type { Tone } from '../../ui/tones';

/** The parts of a file, in their order. */
export const fileTabs = [
  'file',
  'family',
  'documents',
  'requests',
  'contact',
  'consents',
  'merged',
] as const;
export type FileTab = (typeof fileTabs)[number];

export interface Warning {
  /** of the row that it is about, or the warning itself */
  id: string;
  key: `warning.${string}`;
  values?: Record<string, string | number>;
  tone: Extract<Tone, 'danger' | 'warning'>;
  /** where it is seen to; `matches`: where likely duplicates are judged */
  at: FileTab | 'matches';
}

type Identity = PersonFile['identities'][number];

/**
 * What whoever opens the file must know first. An old paper is nothing to warn of when another one of the
 * person is in order. `expiryDays`: from how many days before its end an expiry is announced.
 */
export function warningsOf(file: PersonFile, expiryDays: number): Warning[] {
  return [
    ...identityWarnings(file.identities, expiryDays),
    ...authorityWarnings(file.authorities),
    ...consentWarnings(file.consents),
    ...documentWarnings(file.documents),
    ...(file.openMatches > 0
      ? [
          {
            id: 'matches',
            key: 'warning.matches' as const,
            values: { n: file.openMatches },
            tone: 'warning' as const,
            at: 'matches' as const,
          },
        ]
      : []),
  ];
}

function identityWarnings(identities: Identity[], expiryDays: number): Warning[] {
  const ending = ({ daysLeft }: Identity) => daysLeft !== null && daysLeft <= expiryDays;
  if (identities.some((one) => one.state === 'valid' && !ending(one))) return [];
  return identities.flatMap((one): Warning[] => {
    const about = { id: one.id, at: 'documents' as const };
    if (one.state === 'valid')
      return [
        {
          ...about,
          key: 'warning.identity-ending',
          values: { n: one.daysLeft ?? 0 },
          tone: 'warning',
        },
      ];
    if (one.state === 'pending') return [];
    return [
      {
        ...about,
        key: `warning.identity-${one.state}`,
        tone: one.state === 'invalid' ? 'danger' : 'warning',
      },
    ];
  });
}

function authorityWarnings(authorities: PersonFile['authorities']): Warning[] {
  if (authorities.length === 0 || authorities.some(({ valid }) => valid)) return [];
  const [last] = authorities;
  return [
    {
      id: 'authority',
      key: 'warning.authority-ended',
      values: { name: last?.holder?.name ?? last?.holderName ?? '' },
      tone: 'warning',
      at: 'family',
    },
  ];
}

function consentWarnings(consents: PersonFile['consents']): Warning[] {
  const service = consents.filter(({ purpose }) => purpose === 'service');
  if (service.length === 0 || service.some(({ withdrawnAt }) => withdrawnAt === null)) return [];
  return [{ id: 'consent', key: 'warning.consent-withdrawn', tone: 'danger', at: 'consents' }];
}

function documentWarnings(documents: PersonFile['documents']): Warning[] {
  return (['expired', 'expiring'] as const).flatMap((validity): Warning[] => {
    const n = documents.filter((one) => one.validity === validity).length;
    return n === 0
      ? []
      : [
          {
            id: validity,
            key: `warning.documents-${validity}`,
            values: { n },
            tone: 'warning',
            at: 'documents',
          },
        ];
  });
}
