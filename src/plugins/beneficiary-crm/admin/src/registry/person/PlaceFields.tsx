import { Button, Flex, Typography } from '@strapi/design-system';
import { PinMap } from '@strapi/icons';
import { useState } from 'react';
import { useWords } from '../../app/words';
import { FieldGrid } from '../../ui/FieldGrid';
import { LineField } from '../../ui/Fields';
import type { PersonDraft } from './draft';

interface Props {
  draft: PersonDraft;
  change: (part: Partial<PersonDraft>) => void;
  errors: Record<string, string>;
}

/** About a metre: more would be a false exactness. */
const decimals = 5;

/** O4: where the person is served. In the field, the device knows the place better than an address says it. */
export function PlaceFields({ draft, change, errors }: Props) {
  const { t } = useWords();
  const [finding, setFinding] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const locate = () => {
    setFinding(true);
    setTrouble(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFinding(false);
        change({
          latitude: coords.latitude.toFixed(decimals),
          longitude: coords.longitude.toFixed(decimals),
        });
      },
      ({ code }) => {
        setFinding(false);
        setTrouble(t(code === 1 ? 'place.not-allowed' : 'place.not-found'));
      },
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <FieldGrid>
        {(['district', 'address', 'latitude', 'longitude'] as const).map((name) => (
          <LineField
            key={name}
            name={name}
            label={t(`person.${name}`)}
            value={draft[name]}
            change={(value) => change({ [name]: value })}
            error={errors[name]}
            {...(name === 'latitude' || name === 'longitude'
              ? { dir: 'ltr' as const, inputMode: 'decimal' as const }
              : {})}
          />
        ))}
      </FieldGrid>
      <Flex gap={3} wrap="wrap">
        <Button
          type="button"
          variant="tertiary"
          startIcon={<PinMap aria-hidden />}
          loading={finding}
          onClick={locate}
        >
          {t('place.use-mine')}
        </Button>
        <Typography role="status" textColor="danger700">
          {trouble}
        </Typography>
      </Flex>
    </Flex>
  );
}
