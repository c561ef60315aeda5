sfwSearch("head",{"filters":["line:grassroots","place:xicheng","month:2019-03"],"documents":"jZlBDABCkFaAoGOA3DLA3DPA","lists":["00","l0.e214bbd3.js"],"texts":[0,"t0.936004d6.js"]});
