import { useEffect, useRef } from 'react';
import type { VisitDetail } from '../../../../contracts/reception';
import { useCrm } from '../../app/api';
import type { StepProps } from './step';

/** What a stranger said on arrival is filled in once, where nothing was typed yet. */
export function FromVisit({
  visit,
  draft,
  change,
}: { visit: string } & Pick<StepProps, 'draft' | 'change'>) {
  const { data } = useCrm<VisitDetail>(`/visits/${encodeURIComponent(visit)}`);
  const filled = useRef(false);
  const untouched = draft.applicant.name === '' && draft.applicant.phone === '';
  useEffect(() => {
    if (!data || filled.current) return;
    filled.current = true;
    const { name, phone } = data;
    if (untouched)
      change((before) => ({ applicant: { ...before.applicant, name, phone: phone ?? '' } }));
  }, [data, untouched, change]);
  return null;
}
