import { describe, expect, test } from 'vitest';
import { expOfProduct } from './expOfProduct.ts';
import { sechSquared, sigmoid, sigmoidCurvature, sigmoidSlope, softplus } from './logistic.ts';
import { cosOfProduct, sinOfProduct, sinOfShiftedProduct } from './sinOfProduct.ts';
import { erf, erfc, erfcx, expMinusSquare, normalCdf, normalDensity } from './special.ts';
import { productError, sumError } from './twofold.ts';

/** Computed with mpmath, 60 digits, rounded once: x, erf x, erfc x, erfc −x, erfcx x, Φ(−x), Φ(x), density at x. */
const normal: readonly (readonly number[])[] = [
  [1e-300, 1.1283791670955126e-300, 1.0, 1.0, 1.0, 0.5, 0.5, 0.3989422804014327],
  [
    1e-8, 1.1283791670955126e-8, 0.9999999887162083, 1.0000000112837917, 0.9999999887162084,
    0.4999999960105772, 0.5000000039894228, 0.39894228040143265,
  ],
  [
    0.01, 0.011283415555849618, 0.9887165844441503, 1.0112834155558497, 0.9888154610463425,
    0.4960106436853684, 0.5039893563146316, 0.39892233378608216,
  ],
  [
    0.1, 0.1124629160182849, 0.887537083981715, 1.1124629160182848, 0.8964569799691267, 0.460172162722971,
    0.539827837277029, 0.39695254747701175,
  ],
  [
    0.25, 0.27632639016823696, 0.7236736098317631, 1.276326390168237, 0.7703465477309968, 0.4012936743170763,
    0.5987063256829237, 0.3866681168028492,
  ],
  [
    0.4, 0.42839235504666845, 0.5716076449533315, 1.4283923550466684, 0.6707877852947615, 0.3445782583896758,
    0.6554217416103242, 0.3682701403033233,
  ],
  [
    0.499, 0.5196206559894685, 0.48037934401053156, 1.5196206559894685, 0.616203392583896,
    0.30888969202505456, 0.6911103079749454, 0.3522412273225254,
  ],
  [
    0.5, 0.5204998778130465, 0.4795001221869535, 1.5204998778130465, 0.6156903441929259, 0.3085375387259869,
    0.6914624612740131, 0.35206532676429947,
  ],
  [
    0.501, 0.5213782208544119, 0.4786217791455882, 1.5213782208544118, 0.6151780144940696, 0.3081855614595423,
    0.6918144385404578, 0.35188916215712435,
  ],
  [
    0.6, 0.6038560908479259, 0.3961439091520741, 1.6038560908479258, 0.567804717386587, 0.2742531177500736,
    0.7257468822499265, 0.3332246028917996,
  ],
  [
    0.75, 0.7111556336535151, 0.28884436634648486, 1.7111556336535152, 0.5069376502931449, 0.2266273523768682,
    0.7733726476231318, 0.30113743215480443,
  ],
  [
    1.0, 0.8427007929497149, 0.15729920705028513, 1.8427007929497148, 0.427583576155807, 0.15865525393145705,
    0.8413447460685429, 0.24197072451914334,
  ],
  [
    1.3, 0.9340079449406524, 0.06599205505934755, 1.9340079449406524, 0.3576426690860903, 0.09680048458561033,
    0.9031995154143897, 0.17136859204780736,
  ],
  [
    1.7, 0.9837904585907745, 0.01620954140922544, 1.9837904585907746, 0.2916632970753435, 0.04456546275854304,
    0.955434537241457, 0.09404907737688693,
  ],
  [
    2.0, 0.9953222650189527, 0.004677734981047266, 1.9953222650189528, 0.25539567631050575,
    0.02275013194817921, 0.9772498680518208, 0.05399096651318805,
  ],
  [
    2.5, 0.999593047982555, 0.0004069520174449589, 1.999593047982555, 0.2108063640611436,
    0.006209665325776135, 0.9937903346742238, 0.017528300493568537,
  ],
  [
    3.0, 0.9999779095030014, 2.209049699858544e-5, 1.9999779095030015, 0.17900115118138996,
    0.0013498980316300946, 0.9986501019683699, 0.0044318484119380075,
  ],
  [
    3.7, 0.9999998328489421, 1.6715105790914599e-7, 1.9999998328489421, 0.1474349975371851,
    0.00010779973347738826, 0.9998922002665226, 0.00042478027055075143,
  ],
  [
    4.5, 0.9999999998033839, 1.9661604415428876e-10, 1.999999999803384, 0.12248480427384142,
    3.3976731247300603e-6, 0.9999966023268753, 1.5983741106905475e-5,
  ],
  [
    5.5, 0.9999999999999927, 7.357847917974398e-15, 1.9999999999999927, 0.10096221839949909,
    1.8989562465887718e-8, 0.9999999810104375, 1.0769760042543276e-7,
  ],
  [
    5.9, 0.9999999999999999, 7.190409783550478e-17, 2.0, 0.09430713614832703, 1.8175078630994284e-9,
    0.9999999981824922, 1.1015763624682297e-8,
  ],
  [
    6.1, 1.0, 6.3146021501937184e-18, 2.0, 0.09129430036868383, 5.303423262948841e-10, 0.9999999994696577,
    3.3178842435473016e-9,
  ],
  [
    7.0, 1.0, 4.183825607779414e-23, 2.0, 0.07980005432915294, 1.279812543885835e-12, 0.9999999999987201,
    9.134720408364594e-12,
  ],
  [
    9.0, 1.0, 4.13703174651381e-37, 2.0, 0.06230772403777468, 1.1285884059538405e-19, 1.0,
    1.0279773571668915e-18,
  ],
  [
    12.0, 1.0, 1.3562611692059042e-64, 2.0, 0.04685422101489376, 1.776482112077679e-33, 1.0,
    2.1463837356630605e-32,
  ],
  [
    16.0, 1.0, 2.3284857515715308e-113, 2.0, 0.03519337782493084, 6.388754400538087e-58, 1.0,
    1.0261630727919036e-56,
  ],
  [
    20.0, 1.0, 5.395865611607901e-176, 2.0, 0.02817434874105132, 2.7536241186062337e-89, 1.0,
    5.520948362159764e-88,
  ],
  [
    24.0, 1.0, 1.6489825831519335e-252, 2.0, 0.02348754606368264, 1.390392118549703e-127, 1.0,
    3.342714441794458e-126,
  ],
  [
    26.0, 1.0, 5.663192408856143e-296, 2.0, 0.021683584850562907, 2.4760633155033892e-149, 1.0,
    6.447259971397852e-148,
  ],
];

/** Likewise: a, b, e^ab, sin ab, cos ab, sin(ab + π/4). */
const products: readonly (readonly number[])[] = [
  [-1.702, 0.3, 0.6001353895325682, -0.4887008056841743, 0.8724514442211893, 0.2713526787941909],
  [-1.702, 7.7, 2.034216145010918e-6, -0.5133032452399665, 0.858207305041223, 0.24388399954423898],
  [-1.5, 333.3, 7.489861250329537e-218, 0.42301315992466404, -0.906123538227846, -0.34161062455977825],
  [-0.1, 6999.9, 9.958767940420385e-305, -0.5523342284726447, -0.8336227564417422, -0.9800195824658245],
  [3.3, 201.7, 1.1769285540814543e289, -0.39644616598601223, 0.9180579706505418, 0.3688352442252418],
  [30.0, 0.1, 20.08553692318767, 0.14112000805986705, -0.9899924966004455, -0.6002434930097429],
  [0.7, 1000000.1, Infinity, 0.1793197178867085, -0.9837908511350526, -0.5688469935887308],
  [3.3, -0.238, 0.4559372903896364, -0.7071080798594735, 0.7071054825112364, -1.8366025516119027e-6],
];

function expectUlps(got: number, want: number, limit: number) {
  // Subnormal numbers have fewer digits; their last place is absolute.
  expect(Math.abs(got - want) / Math.max(Math.abs(want) * 2 ** -52, Number.MIN_VALUE)).toBeLessThanOrEqual(
    limit,
  );
}

describe('special functions', () => {
  test('erf, erfc, erfcx and the normal distribution keep their digits on the whole line', () => {
    for (const [x, e, complement, left, scaled, cdfLeft, cdf, density] of normal as [number, ...number[]][]) {
      expectUlps(erf(x), e!, 2);
      expectUlps(erf(-x), -e!, 2);
      expectUlps(erfc(x), complement!, 3);
      expectUlps(erfc(-x), left!, 2);
      expectUlps(erfcx(x), scaled!, 2);
      expectUlps(normalCdf(-x), cdfLeft!, 3);
      expectUlps(normalCdf(x), cdf!, 2);
      expectUlps(normalDensity(x), density!, 3);
      if (x < 26) expectUlps(erfcx(-x), 2 * Math.exp(x * x) - scaled!, 4 + 2 * x * x);
    }
  });

  test('take their limits', () => {
    expect([erf(0), erf(Infinity), erf(-Infinity), erf(1e300)]).toEqual([0, 1, -1, 1]);
    expect([erfc(0), erfc(Infinity), erfc(-Infinity), erfc(1e300)]).toEqual([1, 0, 2, 0]);
    expect([erfcx(0), erfcx(Infinity), erfcx(-1e300), erfcx(-Infinity)]).toEqual([1, 0, Infinity, Infinity]);
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
    expect([normalDensity(Infinity), expMinusSquare(1e300), normalDensity(-1e200)]).toEqual([0, 0, 0]);
    for (const f of [erf, erfc, erfcx, normalCdf, normalDensity]) expect(f(Number.NaN)).toBeNaN();
  });

  test('erf and erfc join without a step at the seams', () => {
    for (const seam of [0.5, 6, 27.3]) {
      const [below, above] = [seam * (1 - 2 ** -52), seam * (1 + 2 ** -52)];
      expectUlps(erf(above), erf(below), 4);
      if (seam < 1) expectUlps(erfc(above), erfc(below), 4);
    }
  });
});

describe('twofold arithmetic', () => {
  test('finds what rounding left behind', () => {
    // (1 + 2^−30)² = 1 + 2^−29 + 2^−60, of which the product keeps the first two terms.
    const a = 1 + 2 ** -30;
    expect(productError(a, a, a * a)).toBe(2 ** -60);
    expect(productError(3, 5, 15)).toBe(0);
    expect(sumError(1, 2 ** -60, 1)).toBe(2 ** -60);
    expect(sumError(2 ** -60, 1, 1)).toBe(2 ** -60);
  });

  test('keeps exponentials and waves of products exact', () => {
    for (const [a, b, exponential, sine, cosine, shifted] of products as [number, number, ...number[]][]) {
      if (exponential! < Infinity) expectUlps(expOfProduct(a, b), exponential!, 2);
      expectUlps(sinOfProduct(a, b), sine!, 3);
      expectUlps(cosOfProduct(a, b), cosine!, 3);
      expectUlps(sinOfShiftedProduct(a, b), shifted!, 4);
    }
    expect(expOfProduct(-2, 1e300)).toBe(0);
    expect(expOfProduct(1e200, 1e200)).toBe(Infinity);
    expect(sinOfProduct(100, 1e307)).toBe(0);
    expect(sinOfProduct(1, Infinity)).toBeNaN();
  });
});

describe('the logistic family', () => {
  test('obeys its laws to the last digits on both tails', () => {
    for (const x of [-700, -40, -3, -0.2, 0, 0.2, 3, 40, 700]) {
      expectUlps(sigmoidSlope(x), sigmoid(x) * sigmoid(-x), 4);
      expectUlps(sigmoidCurvature(x), sigmoid(x) * sigmoid(-x) * (sigmoid(-x) - sigmoid(x)), 6);
      expectUlps(softplus(x), -Math.log(sigmoid(-x)), x < -20 ? Infinity : 20);
      expectUlps(sechSquared(x / 2), 4 * sigmoidSlope(x), 1);
    }
    expectUlps(softplus(-40), Math.exp(-40), 1);
    expect([sigmoid(-Infinity), sigmoid(Infinity), softplus(-Infinity), softplus(800)]).toEqual([
      0, 1, 0, 800,
    ]);
  });
});
