import { Link, Typography } from '@strapi/design-system';
import type { AppointmentParty } from '../../../../contracts/appointments';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { FieldGrid } from '../../ui/FieldGrid';
import { PersonSearch } from '../../search';
import { Facts } from '../../ui/Facts';
import { LineField } from '../../ui/Fields';
import { Stack } from '../../ui/Prose';
import type { BookingDraft } from './draft';

interface Props {
  /** null: a stranger */
  party: AppointmentParty | null;
  draft: BookingDraft;
  change: (part: Partial<BookingDraft>) => void;
  errors: Record<string, string>;
  /** a file was found for whom it is */
  pick: (person: string) => void;
}

/** Where a point of the map is, for whatever map the reader's own phone has. */
export function MapLink({ at }: { at: { latitude: number; longitude: number } }) {
  const { t } = useWords();
  return <Link href={`geo:${at.latitude},${at.longitude}`}>{t('appointments.map')}</Link>;
}

/** For whom, and where a home visit goes. */
export function WhomFields({ party, draft, change, errors, pick }: Props) {
  const { t } = useWords();
  return (
    <Stack>
      {party ? (
        <Facts
          facts={[
            { key: 'name', label: t('appointments.with-whom'), value: <Bdi>{party.name}</Bdi> },
            ...(party.phone
              ? [
                  {
                    key: 'phone',
                    label: t('appointments.phone'),
                    value: <Bdi dir="ltr">{party.phone}</Bdi>,
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <>
          <PersonSearch
            label={t('appointments.search')}
            onPick={({ id }) => pick(id)}
            nobody={t('appointments.nobody')}
          />
          <Typography tag="p" textColor="neutral600">
            {t('appointments.stranger-hint')}
          </Typography>
          <FieldGrid>
            <LineField
              name="name"
              label={t('appointments.name')}
              required
              maxLength={120}
              value={draft.name}
              change={(name) => change({ name })}
              error={errors.name}
            />
            <LineField
              name="phone"
              label={t('appointments.phone')}
              required={draft.kind === 'call'}
              dir="ltr"
              inputMode="tel"
              maxLength={40}
              value={draft.phone}
              change={(phone) => change({ phone })}
              error={errors.phone}
            />
          </FieldGrid>
        </>
      )}
      {draft.kind === 'home_visit' && (
        <div>
          <LineField
            name="place"
            label={t('appointments.place')}
            hint={
              party?.place ? (
                <>
                  {t('appointments.place-of-file')} <Bdi>{party.place}</Bdi>
                </>
              ) : undefined
            }
            required={!party?.place}
            maxLength={300}
            value={draft.place}
            change={(place) => change({ place })}
            error={errors.place}
          />
          {party?.coordinates && <MapLink at={party.coordinates} />}
        </div>
      )}
    </Stack>
  );
}
