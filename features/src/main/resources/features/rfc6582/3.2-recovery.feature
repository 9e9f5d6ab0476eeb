Feature: RFC 6582 section 3.2: fast recovery without selective acknowledgments
  Three duplicates tell of one lost segment, and hide whether there are more. What the peer acknowledges when it has got that one
  tells: everything that was under way, and nothing else is lost; or a part of it, and the next one is lost, too.

  Rule: Once everything is acknowledged that was under way, the repair is over
    @RFC6582/3.2-FULL @virtual-time
    Scenario: Of all that is under way only the lost segment is sent again
      Given a connection that the peer has opened, starting at any sequence number
      And the peer keeps what comes behind a gap
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint sends nothing again but the lost segment

  Rule: When a part of it is acknowledged, the next segment is missing
    @RFC6582/3.2-PARTIAL @virtual-time
    Scenario: Of several lost segments each one is sent again without a timeout
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the peer keeps what comes behind a gap
      When the endpoint's application sends several full segments, but any few segments of it is lost on the way
      Then the endpoint sends each of the others again as soon as the one before has come
