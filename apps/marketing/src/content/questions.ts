// Questions that a practice asks first. Each answer states only what the repository does or says.
export const QUESTIONS = [
  {
    question: 'Which files can I use?',
    answer:
      'Exports of Square, Mindbody, Vagaro, Aesthetic Record, Zenoti, Boulevard and Fresha are recognized by their columns, and so are plain tables with a name, a date and an amount. Any other CSV or Excel file is mapped by best guess, which you can correct.',
  },
  {
    question: 'How accurate is it?',
    answer:
      'We print no number here. Accuracy depends on your files, so the repository measures it in front of you: `npm run evaluate` reports precision and recall on synthetic data that the model has never seen.',
  },
  {
    question: 'Does it decide on its own?',
    answer:
      'Only above a threshold that you set, 95% unless you change it. Between 70% and the threshold a person decides, with the reasons on the screen. A tie is never broken by chance: it goes to review.',
  },
  {
    question: 'Where do our patients’ data go?',
    answer:
      'Nowhere that you have not put them. You run the software yourself, on your own machine or server; it calls no outside service. Names, phones and e-mails are kept out of logs, addresses and error messages. It is software, and holds no certificate of any kind.',
  },
  {
    question: 'What is in the sandbox?',
    answer:
      'An invented organization with three locations and two months of synthetic transactions, reconciled when it starts. It is reset on every start, so press anything.',
  },
  {
    question: 'Are you connected with the loyalty programs?',
    answer:
      'No. There is no connection to any portal, and no affiliation with Allergan Aesthetics, Galderma, Evolus or Merz. You export a file from the portal you already use.',
  },
] as const;
