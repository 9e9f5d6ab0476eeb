Feature: RFC 5681 section 3.2: fast retransmit
  A receiver asks again for what is missing with each segment that comes behind it. The first two such acknowledgments say that
  segments leave the network, the third one says that one is lost - if it is one.

  Rule: The first two duplicates let something new leave
    @RFC5681/LIMITED-TRANSMIT @virtual-time
    Scenario: Each of the first two duplicates is followed by a new segment
      Given a connection that the peer has opened, starting at any sequence number
      When the peer repeats its acknowledgment twice when data comes
      And the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint sends a new segment for each of the two

  Rule: When the loss is repaired the sender has learned from it
    @RFC5681/RECOVERY
    Scenario: A repaired loss leaves half of what was under way
      Given a connection that the peer has opened, starting at any sequence number
      And the peer keeps what comes behind a gap
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint puts no more under way than half of what was too much

    @RFC5681/FLIGHT-SIZE
    Scenario: Half of the little that was under way is little, though much more could have been
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the peer keeps what comes behind a gap
      And the endpoint's application sends several full segments, but any one segment of it is lost on the way
      And the peer receives exactly what the endpoint's application sent
      When the endpoint's application sends a lot of any data
      Then the endpoint puts no more under way than half of what was too much

    @RFC5681/FLIGHT-SIZE @virtual-time
    Scenario: What leaves with the first two duplicates does not count
      Given a connection that the peer has opened, starting at any sequence number
      And the peer keeps what comes behind a gap
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint goes on with half of what was under way before the duplicates

  Rule: Not everything with the same number is a duplicate
    @RFC5681/DUPLICATE
    Scenario Outline: Three segments are no sign of a loss when the peer <speaks>
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      When the peer <speaks>
      Then the endpoint takes that for no loss

      Examples:
        | speaks                                                     |
        | sends three segments of its own, but acknowledges nothing |
        | offers three other windows, but acknowledges nothing      |
        | repeats an acknowledgment twice, and the next one once    |
