// What goes wrong between the portal and the point of sale, in the order in which it costs.
export interface Leak {
  title: string;
  story: string;
  money: string;
  next: string;
}

export const LEAKS: readonly Leak[] = [
  {
    title: 'Given at the desk, never redeemed',
    story: 'The patient got $40 off. Nobody entered it in the portal.',
    money: 'The practice paid for it.',
    next: 'Redeem it while the claim window is open.',
  },
  {
    title: 'Redeemed, but not in the sale',
    story: 'The portal has a redemption. The invoice shows full price.',
    money: 'The books are wrong, and the patient may have overpaid.',
    next: 'Post the reward on the invoice.',
  },
  {
    title: 'Two different amounts',
    story: '$60 off at the desk, $40 in the portal.',
    money: 'The difference is lost, or over-claimed.',
    next: 'Correct one side, or accept it with a reason.',
  },
  {
    title: 'Redeemed twice',
    story: 'Same certificate, same day, two entries.',
    money: 'An over-claim that may be taken back later.',
    next: 'Void one of the two.',
  },
  {
    title: 'Refunded, but still redeemed',
    story: 'The sale was undone. The reward was not.',
    money: 'The manufacturer can claim it back.',
    next: 'Reverse it in the portal.',
  },
];
