import { marksIn } from './comments.rules';

const staff = ['سالم بن عايض الثبيتي', 'عبد الله أحمد', 'Huda Alharthi'];

describe('the marks of a comment', () => {
  it.each([
    ['شكرًا للأخ سالم على تعامله', ['سالم']],
    ['كان سالِم و الثبيتى متعاونين', ['سالِم', 'الثبيتى']],
    ['أبلغت بسالم وأحمد', ['بسالم', 'وأحمد']],
    ['عبدالله لم يرد', ['عبدالله']],
    ['Thanks to huda', ['huda']],
    ['جوالي 055 123 4567 وجوال جاري ٠٥٥١٢٣٤٥٦٧', ['055 123 4567', '٠٥٥١٢٣٤٥٦٧']],
    ['انتظرت 45 يومًا منذ 2026', []],
    ['بنت الخال عبد ربه', []],
    ['', []],
  ])('in «%s» are %j', (text, marks) => {
    expect(marksIn(text, staff)).toEqual(marks);
  });

  it('name each piece once', () => {
    expect(marksIn('سالم ثم سالم', staff)).toEqual(['سالم']);
  });
});
