import type { Core } from '@strapi/strapi';

const app = {
  /**
   * Refuses to boot without the CRM: Strapi would start all the same, and its schema sync
   * would drop the tables of a plugin that it cannot see.
   */
  register({ strapi }: { strapi: Core.Strapi }) {
    if (!strapi.plugins['beneficiary-crm']) {
      throw new Error(
        'The beneficiary CRM is not built, so nothing was started and no data was touched. ' +
          'Run "npm run build", then start again.\n' +
          'لم تُبنَ إضافة علاقات المستفيدين، فلم يبدأ شيء ولم تُمسّ البيانات. نفّذ "npm run build" ثم أعد التشغيل.',
      );
    }
  },
};

export default app;
