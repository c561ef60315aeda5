sfwSearch("l0","2019 A a A about AD an B been A earth B gathers C grassroots A has A is B mid A newspaper A of A progress C repaired B report A road B see A serving A site D stretch A the A this D");
