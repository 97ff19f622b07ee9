import { useMemo } from 'react';
import type { SettingValue } from '../../../contracts/workflow';
import { useWords } from '../app/words';
import { inWorkingDays, isStep, wordOf } from './settings';

/** The settings in words: what each is called, what it does, and how much it is. */
export function useSettingWords() {
  const { t, word } = useWords();
  return useMemo(() => {
    const one = (path: string, value: number | boolean) => {
      if (typeof value === 'boolean') return t(value ? 'workflow.on' : 'workflow.off');
      return inWorkingDays(path)
        ? t('workflow.working-days', { n: value })
        : t('workflow.days', { n: value });
    };
    return {
      nameOf: (path: string) =>
        isStep(path)
          ? word('status', path.split('.')[1] ?? '')
          : t(`workflow.setting.${wordOf(path)}`),
      /** steps are explained together */
      explained: (path: string) => (isStep(path) ? '' : t(`workflow.explained.${wordOf(path)}`)),
      valueOf: (path: string, value: SettingValue) => {
        if (value === null) return t('workflow.no-limit');
        if (!Array.isArray(value)) return one(path, value);
        return value.length === 0
          ? t('workflow.none')
          : value.map((part) => one(path, part)).join(t('workflow.separator'));
      },
    };
  }, [t, word]);
}
