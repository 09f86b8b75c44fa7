// What is sold over the counter or booked beside the treatments: skincare, wellness, brows and lashes, fees and gifts.
import { brand, generic, type Treatment } from './treatment.ts';

export const COUNTER: readonly Treatment[] = [
  generic(
    'skincare',
    `skincare, skin care, skin care products, retail, retail product, serum, vitamin c serum, retinol, retinol cream, moisturizer, cleanser, eye cream, night cream, toner, hydrator, growth factor serum, skincare bundle, product sale, retail skincare, face wash, hyaluronic serum, travel kit, post care kit, skincare regimen`,
  ),
  brand(
    'skinmedica',
    'skincare',
    'alle',
    `skinmedica, skin medica, sm, skinmedica tns, tns, tns advanced serum, tns advanced+, tns eye repair, tns recovery complex, ha5, sm ha5, ha5 hydrator, ha5 rejuvenating hydrator, lytera, lytera 2.0, even and correct, skinmedica retinol, skinmedica cleanser, skinmedica retail, neck correct, hydra collagen, essential defense, dermal repair cream, skinmedica sunscreen, skinmedica vitamin c`,
  ),
  brand(
    'latisse',
    'skincare',
    'alle',
    `latisse, latisse 5ml, latisse 3ml, latise, lattise, bimatoprost, bimatoprost 0.03%, bimatoprost ophthalmic, latisse lash, lash growth rx, eyelash growth prescription, latisse refill, latisse kit`,
  ),
  brand(
    'alastin',
    'skincare',
    null,
    `alastin, alastin skincare, alastin restorative complex, alastin regenerating nectar, regenerating nectar, restorative skin complex, alastin hydratint, hydratint, transform body treatment, inhance, alastin a-luminate, alastin retinol`,
  ),
  brand(
    'zo',
    'skincare',
    null,
    `zo, zo skin health, zo retail, zo products, zo daily power defense, daily power defense, zo growth factor, zo exfoliating polish, zo obagi, zo retinol, zo getting skin ready, zo complexion renewal pads`,
  ),
  brand(
    'obagi',
    'skincare',
    null,
    `obagi, obagi nu derm, nu-derm, obagi vitamin c, obagi professional c, obagi hydrate, obagi clenziderm, obagi tretinoin`,
  ),
  brand(
    'skinceuticals',
    'skincare',
    null,
    `skinceuticals, skin ceuticals, ce ferulic, c e ferulic, phloretin cf, skinceuticals triple lipid, skinceuticals discoloration defense, skinceuticals ha intensifier, aox eye`,
  ),
  brand(
    'skinbetter',
    'skincare',
    null,
    `skinbetter, skin better, alto defense, alpharet, alpharet overnight cream, interfuse, sunbetter, skinbetter science, even tone correcting serum, mystro`,
  ),
  brand(
    'revision',
    'skincare',
    null,
    `revision skincare, revision, nectifirm, intellishade, d.e.j. face cream, dej eye cream, revox, revision c+ correcting`,
  ),
  brand(
    'neocutis',
    'skincare',
    null,
    `neocutis, neo cutis, bio serum firm, lumiere firm, neo firm, bio cream firm, neocutis lumiere, micro eyes, journee firm`,
  ),
  brand(
    'sunscreen',
    'sunscreen',
    null,
    `sunscreen, sun screen, spf, spf 50, spf 30, spf 46, tinted spf, eltamd, elta md, elta uv clear, eltamd uv clear, uv clear, uv daily, sun protection, mineral sunscreen, colorescience, sunforgettable, sunscreen retail, isdin, sun block`,
  ),
  brand(
    'tretinoin',
    'prescription',
    null,
    `tretinoin, tret, retin a, tretinoin cream, hydroquinone, rx skincare, compounded cream, spironolactone, upneeq, upneeq drops, lumify`,
  ),
  generic(
    'drip',
    `iv therapy, iv drip, iv hydration, hydration drip, iv infusion, vitamin drip, drip bar, myers, myers cocktail, iv myers, immunity drip, beauty drip, hangover drip, nad, nad+ iv, nad drip, glutathione drip, glutathione push, iv nad+`,
  ),
  brand(
    'b12',
    'shot',
    null,
    `b12, b-12, b12 shot, b12 injection, vitamin b12, vit b12, b12 im, methylcobalamin, lipo b, lipo b shot, lipo mic, mic injection, vitamin shot, vitamin d injection, biotin shot, im shot, toradol shot, glutathione shot`,
  ),
  generic(
    'weight loss',
    `weight loss, medical weight loss, weight loss injection, weight loss program, weight management, weight loss consult, glp 1, glp-1, glp1, skinny shot, glp 1 monthly, phentermine`,
  ),
  brand(
    'semaglutide',
    'weight loss',
    null,
    `semaglutide, sema, semaglutide monthly, semaglutide vial, wegovy, ozempic, compounded semaglutide, semaglutide b12, sema 4 wk`,
  ),
  brand(
    'tirzepatide',
    'weight loss',
    null,
    `tirzepatide, tirz, tirzepatide monthly, mounjaro, zepbound, compounded tirzepatide, tirz 4 wk`,
  ),
  brand(
    'hormones',
    'hormones',
    null,
    `hormone therapy, hrt, bhrt, hormone pellets, biote, pellet therapy, testosterone, trt, testosterone injection, peptide therapy, sermorelin, hormone consult`,
  ),
  brand(
    'membership',
    'membership',
    null,
    `membership, monthly membership, vip membership, membership dues, vip club, beauty bank, membership fee, glow membership, glow club, annual membership, mbsp, member monthly, club dues, membership enrollment`,
  ),
  brand(
    'gift card',
    'gift card',
    null,
    `gift card, gift certificate, gift cert, e-gift card, egift card, gc, gift card sale, gc purchase, gift voucher, gift card redemption, giftcard`,
  ),
  brand(
    'consultation',
    'consultation',
    null,
    `consultation, consult, new patient consult, np consult, complimentary consult, free consultation, skin consult, virtual consult, follow up visit, follow up, new client consultation, skin analysis, visia, office visit, good faith exam, gfe, telehealth`,
  ),
  brand(
    'fee',
    'fee',
    null,
    `deposit, booking deposit, no show fee, cancellation fee, late cancel, tip, gratuity, tax, processing fee, balance due, account credit, package balance, old cosmetic balance, prepayment, service charge`,
  ),
  brand(
    'brows',
    'brows',
    null,
    `brows, brow lamination, brow lam, brow lamination and tint, brow tint, brow wax, microblading, powder brows, ombre brows, permanent makeup, brow shaping, pmu touch up`,
  ),
  brand(
    'lashes',
    'lashes',
    null,
    `lash lift, lash lift and tint, lash tint, lash extensions, classic lashes, volume lashes, lash fill, eyelash extensions, hybrid lashes, lash perm`,
  ),
  brand(
    'waxing',
    'waxing',
    null,
    `waxing, wax, brazilian wax, lip wax, leg wax, full face wax, bikini wax, chin wax, sugaring`,
  ),
  brand(
    'massage',
    'massage',
    null,
    `massage, swedish massage, deep tissue massage, hot stone massage, lymphatic massage, lymphatic drainage, massage 60 min, prenatal massage, massage 90`,
  ),
  brand(
    'spray tan',
    'tanning',
    null,
    `spray tan, airbrush tan, custom tan, sunless tan, spray tanning, vip tan`,
  ),
  brand(
    'infrared sauna',
    'sauna',
    null,
    `infrared sauna, sauna, cryotherapy, whole body cryo, red light therapy, red light bed, led light, salt room, cold plunge`,
  ),
];
