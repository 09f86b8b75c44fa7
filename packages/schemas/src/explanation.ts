// A score as the sum it is: one row per comparison, adding up to the log-odds.
import * as z from 'zod';

export const ContributionWire = z
  .object({
    comparison: z.string().meta({ description: 'Name of the comparison in the plan.', example: 'name' }),
    label: z.string().meta({ description: 'What a person calls it.', example: 'Patient name' }),
    log_odds: z.number().meta({ description: 'Contribution to the log-odds of a match.', example: 2.4 }),
    detail: z.string().meta({ description: 'Why, in words.', example: 'Kate is short for Katherine' }),
  })
  .meta({ id: 'Contribution' });
export type ContributionWire = z.infer<typeof ContributionWire>;

export const ExplanationWire = z
  .object({
    base_log_odds: z.number().meta({ description: 'Where every pair starts.' }),
    total_log_odds: z.number().meta({ description: 'Base plus all contributions.' }),
    summary: z.string().meta({ example: 'Same patient and phone; posted 1 day later.' }),
    contributions: z.array(ContributionWire),
  })
  .meta({ id: 'Explanation', description: 'base_log_odds + Σ contributions.log_odds = total_log_odds.' });
export type ExplanationWire = z.infer<typeof ExplanationWire>;

/** One comparison's share in a score, in log-odds. */
export interface Contribution {
  comparison: string;
  label: string;
  logOdds: number;
  detail: string;
}

/** `baseLogOdds + Σ contributions.logOdds = totalLogOdds`, to 1e-6. */
export interface Explanation {
  baseLogOdds: number;
  totalLogOdds: number;
  summary: string;
  contributions: Contribution[];
}
