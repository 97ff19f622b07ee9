import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { PersonHit } from '../../../contracts/registry';
import { useCommand } from '../app/api';
import { useWords } from '../app/words';
import { PersonSearch } from '../search';
import { DeskDialogFrame, Trouble } from './DeskDialog';
import type { VisitProps } from './VisitPanel';

/** The visitor has a file after all: what was said in the visit goes to it. */
export function LinkDialog({ visit, close, reload }: VisitProps & { close: () => void }) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);

  const link = async (person: PersonHit) => {
    const body = { expectedVersion: visit.version, beneficiary: person.id };
    const outcome = await send(`/visits/${visit.id}/link`, body);
    if (outcome === null) return;
    if (outcome.ok) {
      toggleNotification({ type: 'success', message: t('link.done') });
      close();
    } else setTrouble(outcome.problem.message);
    reload();
  };

  return (
    <DeskDialogFrame title={t('visit.link')} close={close}>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography tag="p">{t('link.intro')}</Typography>
          {trouble && <Trouble>{trouble}</Trouble>}
          <PersonSearch
            label={t('find.box')}
            onPick={(person) => void link(person)}
            autoFocus
            nobody={<Typography tag="p">{t('link.nobody')}</Typography>}
          />
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button type="button" variant="tertiary" onClick={close}>
          {t('common.close')}
        </Button>
      </Modal.Footer>
    </DeskDialogFrame>
  );
}
