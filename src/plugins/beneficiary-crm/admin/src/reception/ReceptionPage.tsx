import { Button } from '@strapi/design-system';
import { Phone } from '@strapi/icons';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { DayAtDesk, VisitDetail } from '../../../contracts/reception';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { paths } from '../app/paths';
import { useLive } from '../app/useLive';
import { useMedia } from '../app/useMedia';
import { useWords } from '../app/words';
import { PageFrame } from '../ui/PageFrame';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { AnswersToTell } from './AnswersToTell';
import { ContactDialog } from './ContactDialog';
import { ContactWishes } from './ContactWishes';
import { FindPerson } from './FindPerson';
import { NewVisitor } from './NewVisitor';
import { VisitGroups } from './VisitGroups';
import { VisitPanel } from './VisitPanel';

const Sides = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[6]};
  grid-template-columns: minmax(0, 1fr);
  align-items: start;

  @media (min-width: 1080px) {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
`;

/** S1: who came today, and all that can be done for whoever stands at the desk. */
export function ReceptionPage() {
  const { t } = useWords();
  const { day, hijri } = useFormats();
  const navigate = useNavigate();
  const wide = useMedia('(min-width: 1080px)');
  const { visit: id } = useParams();
  const today = useCrm<DayAtDesk>('/visits');
  const [calling, setCalling] = useState(false);
  const { reload } = today;
  useLive(reload);

  const open = (visit: Pick<VisitDetail, 'id'>) => {
    reload();
    navigate(paths.visit(visit.id));
  };
  const panel = id !== undefined && <VisitPanel key={id} id={id} changed={reload} />;
  const alone = panel && !wide;

  return (
    <PageFrame
      title={t('reception.title')}
      subtitle={
        today.data
          ? t('common.both-dates', { day: day(today.data.day), hijri: hijri(today.data.day) })
          : undefined
      }
      back={alone ? { to: paths.reception, label: t('reception.back') } : undefined}
      actions={
        <Button variant="secondary" startIcon={<Phone />} onClick={() => setCalling(true)}>
          {t('contact.new')}
        </Button>
      }
    >
      {alone ? (
        panel
      ) : (
        <Sides>
          <Stack>
            <FindPerson arrived={open} />
            <NewVisitor arrived={reload} />
            <Show from={today}>{({ rows }) => <VisitGroups rows={rows} selected={id} />}</Show>
          </Stack>
          <Stack>
            {panel}
            <ContactWishes />
            <AnswersToTell told={reload} open={open} />
          </Stack>
        </Sides>
      )}
      {calling && <ContactDialog close={() => setCalling(false)} />}
    </PageFrame>
  );
}
