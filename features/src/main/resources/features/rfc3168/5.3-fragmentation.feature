Feature: RFC 3168 section 5.3: fragmentation
  A packet may be cut on its way, and a router may mark one of the pieces. Whoever puts them together must not forget that.

  Rule: A mark on one piece is a mark on the whole
    @RFC3168/5.3-CE
    Scenario: Data of which one piece is marked is never acknowledged as if nothing was
      Given a connection that the peer has opened, with ECN
      When the peer sends any data in one segment, in pieces of which a router marks any one
      Then the endpoint never sends an acknowledgment of all that without ECE

    @RFC3168/5.3-NOT-ECT
    Scenario: Data of which one piece is marked and another one cannot be is dropped
      Given a connection that the peer has opened, with ECN
      When the peer sends any data in one segment, in pieces of which one is marked, and another one is from somebody without ECN
      Then the endpoint never sends an acknowledgment of all that

  Rule: Where no piece is marked, neither is the whole
    @RFC3168/5.3-SAME
    Scenario: Data in pieces that are not marked is acknowledged without ECE
      Given a connection that the peer has opened, with ECN
      When the peer sends any data in one segment, in pieces
      Then the endpoint acknowledges everything that the peer has sent, without ECE
