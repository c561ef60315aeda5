sfwSearch("head",{"filters":["line:grassroots","place:xicheng","month:2019-03"],"documents":"7ILDABCiCLAnCEAqBEAjBEA","lists":["00","l0.bf2e8b96.js"],"texts":[0,"t0.b7cf3dde.js"]});
