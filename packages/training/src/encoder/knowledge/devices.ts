// Lasers, light, heat and cold, needles, and hands: what is done with a machine, to face and body.
import { brand, generic, type Treatment } from './treatment.ts';

export const DEVICES: readonly Treatment[] = [
  generic(
    'facial',
    `facial, signature facial, express facial, custom facial, deep cleansing facial, acne facial, anti aging facial, glow facial, teen facial, mens facial, back facial, european facial, classic facial, facial 60 min, facial 30 min, brightening facial, enzyme facial, the works facial, led facial, oxygen facial, oxygeneo, geneo`,
  ),
  brand(
    'diamondglow',
    'facial',
    'alle',
    `diamondglow, diamond glow, dg, dg facial, dg signature, diamond glow facial, diamondglow signature, diamondglow platinum, dermalinfusion, dermal infusion, silkpeel, silk peel, dimond glow, diamondglow dermaplane, diamondglow pro infusion, diamond glo`,
  ),
  brand(
    'hydrafacial',
    'facial',
    null,
    `hydrafacial, hydra facial, hydrofacial, hydra, hf, hf signature, hf deluxe, hf platinum, hydrafacial signature, hydrafacial deluxe, hydrafacial platinum, hydrafacial syndeo, hydradermabrasion, hydra dermabrasion, hydrafacial express, hydrafacial booster, hydrafacial keravive, keravive, hydrafacial perk, hydrafacial membership`,
  ),
  brand(
    'dermaplaning',
    'exfoliation',
    null,
    `dermaplaning, dermaplane, derma plane, derma planing, dermaplane add on, dermaplane facial, dermablade, peach fuzz removal, dermaplaning treatment`,
  ),
  brand(
    'microdermabrasion',
    'exfoliation',
    null,
    `microdermabrasion, microderm, micro derm, micro dermabrasion, diamond microdermabrasion, crystal microderm, microderm facial`,
  ),
  generic(
    'peel',
    `peel, chemical peel, chem peel, light peel, medium peel, deep peel, superficial peel, glycolic peel, tca peel, salicylic peel, lactic peel, jessner peel, jessners, mandelic peel, cosmelan, back peel, peel series, acne peel, brightening peel, modified jessner`,
  ),
  brand(
    'vi peel',
    'peel',
    null,
    `vi peel, vipeel, vi peel precision, vi precision plus, vi peel advanced, vi derm peel, vi peel purify, vitality institute peel, vi peel body`,
  ),
  brand(
    'skinmedica peel',
    'peel',
    'alle',
    `skinmedica peel, illuminize peel, vitalize peel, rejuvenize peel, illuminize, vitalize, rejuvenize, sm peel`,
  ),
  brand(
    'perfect derma',
    'peel',
    null,
    `perfect derma peel, perfect derma, perfect peel, the perfect derma peel, biorepeel, biorepeelcl3, bio re peel, prx-t33, prx t33, wiqo peel`,
  ),
  generic(
    'needling',
    `microneedling, micro needling, micro-needling, mn, mn face, mn session, needling, collagen induction, collagen induction therapy, cit, dermapen, derma pen, microneedling face, microneedling neck, microneedling 3 pack, microneedling scar`,
  ),
  brand(
    'skinpen',
    'needling',
    null,
    `skinpen, skin pen, skinpen face, skinpen neck, skinpen precision, skinpen 3 pack, crown skinpen`,
  ),
  brand(
    'prp microneedling',
    'needling',
    null,
    `microneedling with prp, microneedling + prp, mn w prp, mn prp, prp facial, vampire facial, prp microneedling, microneedling with prf, prp needling, mn with exosomes, microneedling exosomes`,
  ),
  generic(
    'rf needling',
    `rf microneedling, rf micro needling, radiofrequency microneedling, rf needling, rfmn, radio frequency microneedling, rf mn face`,
  ),
  brand(
    'morpheus8',
    'rf needling',
    null,
    `morpheus8, morpheus 8, morpheus, m8, m8 face, m8 face and neck, morpheus8 body, morpheus8 face neck, morpheus burst, inmode morpheus, morph8`,
  ),
  brand(
    'potenza',
    'rf needling',
    null,
    `potenza, potenza rf, potenza face, vivace, vivace rf, vivace microneedling, secret rf, genius rf, sylfirm, sylfirm x, profound rf, scarlet srf, scarlet rf`,
  ),
  generic(
    'hair removal',
    `laser hair removal, lhr, hair removal, laser hair, lhr underarms, lhr bikini, lhr brazilian, lhr legs, lhr full leg, lhr upper lip, lhr back, lhr chin, laser hair removal legs, laser hair removal full body, laser hair package, lhr 6 pack, motus ax, gentlemax, gentle max pro, soprano, clarity laser hair, diolaze, electrolysis`,
  ),
  generic(
    'light',
    `photofacial, photo facial, intense pulsed light, photorejuvenation, light therapy face, ipl, ipl face, ipl photofacial, ipl chest, ipl hands, ipl full face, lumecca, stellar m22, m22 ipl, photo rejuvenation, ipl rosacea, vascular ipl`,
  ),
  brand(
    'bbl',
    'light',
    null,
    `bbl, bbl hero, bbl heroic, bbl forever young, forever young bbl, broadband light, broad band light, bbl face, bbl chest, bbl corrective, forever clear bbl, sciton bbl`,
  ),
  generic(
    'resurfacing',
    `laser resurfacing, skin resurfacing, fractional laser, fractional resurfacing, laser facial, laser skin rejuvenation, co2 laser, co2 resurfacing, fractional co2, erbium laser, erbium resurfacing, ablative laser, non ablative laser, laser genesis, scar laser, pico laser, picosure, picoway, tattoo removal, laser tattoo removal, laser peel`,
  ),
  brand(
    'halo',
    'resurfacing',
    null,
    `halo, halo laser, sciton halo, halo face, halo face neck, halo tribrid, moxi, moxi laser, moxi face, bbl moxi, moxi and bbl`,
  ),
  brand(
    'clear and brilliant',
    'resurfacing',
    null,
    `clear and brilliant, clear + brilliant, clear & brilliant, c&b, cb laser, fraxel, fraxel dual, fraxel face, clear brilliant touch`,
  ),
  generic(
    'tightening',
    `skin tightening, rf skin tightening, radiofrequency, radio frequency tightening, ultrasound skin tightening, non surgical facelift, hifu, neck tightening, jowl tightening`,
  ),
  brand(
    'ultherapy',
    'tightening',
    null,
    `ultherapy, ultherapy prime, ulthera, ultherapy brow, ultherapy full face, ultherapy neck, ulthera lower face`,
  ),
  brand(
    'sofwave',
    'tightening',
    null,
    `sofwave, sof wave, sofwave face, softwave, thermage, thermage flx, thermi, thermitight, forma, inmode forma, forma face, exilis, exilis ultra, evoke, inmode evoke, agnes rf, tempsure, renuvion`,
  ),
  generic(
    'body contouring',
    `body contouring, body sculpting, fat reduction, non invasive fat removal, fat freezing, fat freeze, freeze fat, fat melting, inch loss, cellulite treatment, body treatment, non surgical lipo, laser lipo`,
  ),
  brand(
    'coolsculpting',
    'body contouring',
    'alle',
    `coolsculpting, cool sculpting, coolsculpt, cool sculpt, coolsculpting elite, cs elite, cs, cs cycle, cs abdomen, cs flanks, coolsculpting abdomen, coolsculpting cycle, cryolipolysis, cryo lipolysis, coolsculpting chin, coolmini, cool mini, coolsculping, coolscuplting, zeltiq`,
  ),
  brand(
    'emsculpt',
    'body contouring',
    null,
    `emsculpt, em sculpt, emsculpt neo, emsculpt abs, emsculpt glutes, hifem, emsella, em sella, emface, em face, btl emsculpt, emtone, trusculpt, tru sculpt, trusculpt flex, evolve, evolve tite, inmode evolve, cooltone, cool tone, sculpsure, velashape`,
  ),
  brand(
    'resonic',
    'body contouring',
    null,
    `resonic, resonic cellulite, rapid acoustic pulse, rap cellulite`,
  ),
  brand(
    'lipo',
    'surgery',
    null,
    `liposuction, smart lipo, smartlipo, facetite, bodytite, accutite, airsculpt, tumescent lipo, lipo 360`,
  ),
  brand(
    'natrelle',
    'implants',
    'alle',
    `natrelle, natrelle implants, breast implants, breast augmentation, natrelle inspira, silicone implants, natrelle gel, allergan implants, breast aug`,
  ),
  brand(
    'vein',
    'veins',
    null,
    `sclerotherapy, sclero, spider veins, spider vein treatment, asclera, vein laser, leg veins, varithena, vein treatment, vbeam, v beam, facial veins`,
  ),
];
