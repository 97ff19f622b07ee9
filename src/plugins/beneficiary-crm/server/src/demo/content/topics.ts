import { t, type Bilingual } from './types';

export type TopicSlug = 'applying' | 'decision' | 'privacy' | 'evaluation' | 'circles';

/** Topics under which questions are gathered. */
export const topics: { slug: TopicSlug; name: Bilingual }[] = [
  { slug: 'applying', name: t('تقديم الطلب', 'Applying') },
  { slug: 'decision', name: t('الدراسة والقرار', 'Study and decision') },
  { slug: 'privacy', name: t('بياناتك وخصوصيتك', 'Your data and privacy') },
  { slug: 'evaluation', name: t('التقييم والشكاوى', 'Evaluation and complaints') },
  { slug: 'circles', name: t('الحلقات والتطوع', 'Circles and volunteering') },
];
