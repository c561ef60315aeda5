sfwSearch("l0","2019 A a A an B been A earth B grassroots A has A is B mid A newspaper A of A repaired B report A road B serving A stretch A the A");
