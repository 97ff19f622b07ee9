import { Button, Flex, Typography } from '@strapi/design-system';
import type { PersonRef } from '../../../contracts/registry';
import { useWords } from '../app/words';
import { PersonSearch } from '../search';
import { Bdi } from '../ui/Bdi';

interface Props {
  label: string;
  chosen: PersonRef | null;
  choose: (person: PersonRef | null) => void;
  error?: string;
}

/** Finds a person with a file, and shows who was taken. */
export function PersonPicker({ label, chosen, choose, error }: Props) {
  const { t } = useWords();
  if (chosen)
    return (
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <div>
          <Typography tag="p" variant="pi" fontWeight="bold">
            {label}
          </Typography>
          <Typography tag="p">
            <Bdi>{chosen.name}</Bdi> (<Bdi dir="ltr">{chosen.fileNumber}</Bdi>)
          </Typography>
        </div>
        <Button type="button" size="S" variant="tertiary" onClick={() => choose(null)}>
          {t('picker.another')}
        </Button>
      </Flex>
    );
  return (
    <div>
      <PersonSearch
        label={label}
        onPick={({ id, name, fileNumber }) => choose({ id, name, fileNumber })}
        nobody={<Typography tag="p">{t('picker.nobody')}</Typography>}
      />
      {error && (
        <Typography tag="p" variant="pi" textColor="danger600" role="alert">
          {error}
        </Typography>
      )}
    </div>
  );
}
