/** The volunteers of the association (C6): who was accepted, what they can do, and when. */
import { z } from 'zod';
import { contactTimes, volunteerSkills, weekdays } from './vocabulary';
import type { ContactTime, VolunteerSkill, Weekday } from './vocabulary';

/** GET /volunteers */
export const volunteersQuery = z.strictObject({
  skill: z.enum(volunteerSkills).optional(),
  day: z.enum(weekdays).optional(),
  time: z.enum(contactTimes).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale: z.enum(['ar', 'en']).default('ar'),
});
export type VolunteersQuery = z.output<typeof volunteersQuery>;

export interface VolunteerRow {
  /** of the request by which the person volunteered */
  id: string;
  name: string;
  phone: string;
  city: string | null;
  skills: VolunteerSkill[];
  days: Weekday[];
  times: ContactTime[];
  /** when the screening said that the person is suitable */
  since: string;
}
export interface VolunteerList {
  rows: VolunteerRow[];
  total: number;
  page: number;
  pageSize: number;
}
