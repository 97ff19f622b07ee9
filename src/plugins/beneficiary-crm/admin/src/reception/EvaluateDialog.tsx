import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useCallback, useEffect, useState } from 'react';
import { styled } from 'styled-components';
import type { KioskLink } from '../../../contracts/evaluation';
import type { VisitDetail } from '../../../contracts/reception';
import { useCommand } from '../app/api';
import { useWords } from '../app/words';
import { PlainDialog } from '../ui/PlainDialog';
import { Skeleton } from '../ui/Skeleton';
import { Trouble } from '../ui/States';

const Code = styled.img`
  inline-size: 100%;
  max-inline-size: 26rem;
  block-size: auto;
`;

/** The visitor judges the visit alone: on the screen at the desk, or on the own phone by the code. */
export function EvaluateDialog({ visit, close }: { visit: VisitDetail; close: () => void }) {
  const { t } = useWords();
  const { send } = useCommand();
  const [link, setLink] = useState<KioskLink | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = useCallback(async () => {
    setTrouble(null);
    const outcome = await send<KioskLink>(`/visits/${visit.id}/evaluation`, {});
    if (outcome?.ok) setLink(outcome.data);
    else if (outcome) setTrouble(outcome.problem.message);
  }, [send, visit.id]);
  useEffect(() => void open(), [open]);
  return (
    <PlainDialog title={t('visit.evaluate')} close={close}>
      {trouble && <Trouble message={trouble} retry={() => void open()} />}
      {!link && !trouble && <Skeleton lines={3} />}
      {link && (
        <Flex direction="column" alignItems="start" gap={4}>
          <Typography tag="p">{t('visit.evaluate-text')}</Typography>
          {/* One tab for all visitors, one after the other. */}
          <LinkButton href={link.url} target="crm-kiosk" onClick={close}>
            {t('visit.evaluate-here')}
          </LinkButton>
          <Typography tag="p">{t('visit.evaluate-phone')}</Typography>
          <Code
            src={`data:image/svg+xml;utf8,${encodeURIComponent(link.svg)}`}
            alt={t('visit.evaluate-code')}
          />
          <Button variant="tertiary" onClick={close}>
            {t('common.close')}
          </Button>
        </Flex>
      )}
    </PlainDialog>
  );
}
